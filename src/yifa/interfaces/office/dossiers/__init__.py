"""结案与卷宗: closing a case, and making up its dossier."""

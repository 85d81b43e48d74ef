"""Dossiers (案卷, 卷宗) of closed cases: every paper, receipt, approval and evidence at its place, with its page.

One case, one dossier; the main part (正卷) may be shown, the secondary part (副卷) is the organ's own, behind its wall.
A dossier is made up once and stands; after a case was opened again and closed, another is made up (行政处罚法 47,
档案法 14).
"""

"""How Yifa is reached. These rooms own no tables and decide nothing; they ask the floors below."""

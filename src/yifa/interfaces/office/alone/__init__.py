"""The site for one person at one machine (`yifa open`): no record, no account, the places for files and the law."""

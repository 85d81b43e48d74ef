"""Every duty over the ledgers organs keep: what is doubtful, when it fell due and why, what would cure it.

`judging` runs the duties over what was read out of a folder, `organ_years` asks organs for what each year owes,
`points` tells each finding with its days, `comparing` says what changed since an earlier run and by what, `publicity`
writes the decisions as 双公示 has them. What is found are clues, going by the ledgers; a person
decides.
"""

"""Cases: matters of any procedure of the corpus, each with the acts done in it (全过程留痕).

An act that is prepared here must be lawful: the same duties that find a breach afterwards stop it before. What has
happened can always be recorded, by a named person with a reason, and is a finding from that moment.
"""

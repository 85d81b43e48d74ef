"""Lists that an organ works by (权责清单, 许可事项, 裁量基准, 免罚轻罚, 免检企业, 检查事项), each in dated editions.

An edition is drawn up, put in force from a day, amended by the next, or withdrawn; so everybody can be told what was in
force on any day. What the law reads of lists it reads from here (`feeding`).
"""

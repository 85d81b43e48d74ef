"""更正与变动: what is changed beside the acts: corrections, people, links, whose case it is, who may know of it."""

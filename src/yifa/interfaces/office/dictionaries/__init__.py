"""字典、表单与叠加规则: what the corpus declares: lists of words, forms of acts, rules of sectors and places."""

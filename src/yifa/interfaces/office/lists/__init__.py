"""清单: what an organ works by, edition by edition (权责清单、许可事项、裁量基准、免罚清单、检查事项)."""

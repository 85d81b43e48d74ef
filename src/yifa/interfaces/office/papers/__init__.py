"""文书: papers drafted from forms, issued, put right and served; the files of a case; numbers, forms."""

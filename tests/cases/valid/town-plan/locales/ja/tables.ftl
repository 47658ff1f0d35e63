value-unit-times = 回
value-unit-thousand-people = 千人
value-unit-grams = グラム | g

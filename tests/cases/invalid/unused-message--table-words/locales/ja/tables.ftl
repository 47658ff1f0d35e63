column-valeu = 実測
column-value = 実測値
value-status = 確かめた値
years = 年

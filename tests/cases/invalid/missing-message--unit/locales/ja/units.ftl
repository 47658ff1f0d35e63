unit-acres = { $value }ヘクタール

unit-hectares = { $value }ヘクタール

# 表題、総括、評価、プロジェクト名、注

report-title = 第2期医療分野研究開発推進計画 実行状況のフォローアップ
report-subtitle = { FISCAL_YEAR("round") }（第2期推進計画3年度目）の結果
report-issuer = nenpo 作例
report-notice = この資料は、公表された数値及び記述を基にnenpoで作成した作例であり、政府が作成した資料ではありません。

## 総括と評価

overview = 第2期医療分野研究開発推進計画（{ FISCAL_YEAR("plan-start") }～{ FISCAL_YEAR("plan-end") }）において、計画の実行状況をフォローアップすることとされていることを踏まえ、第2期推進計画3年度目である{ FISCAL_YEAR("round") }について、実行状況のフォローアップ結果について報告を行うもの。
evaluation = { DATE("published") }に開催された第34回健康・医療戦略推進専門調査会において、前年度と同様に、「新型コロナウイルスによる研究現場への影響や、進捗が不十分となった若干の項目を考慮しても、**全体として、順調に進捗している**」と評価された。

## 見出し（様式の文言を置き換える）

results-title = { FISCAL_YEAR("round") } 医療分野研究開発推進計画の主な成果
results-closing = など
highlights-title = （参考）{ FISCAL_YEAR("round") } 医療分野研究開発の主な成果
indicators-title = （参考）第2期医療分野研究開発推進計画の達成目標の進捗状況

## プロジェクト

group-drug = 医薬品プロジェクト
    .number = ①
    .label = 医薬品
group-device = 医療機器・ヘルスケアプロジェクト
    .number = ②
    .label = 医療機器・ヘルスケア
group-regenerative = 再生・細胞医療・遺伝子治療プロジェクト
    .number = ③
    .label = 再生・細胞医療・遺伝子治療
group-genome = ゲノム・データ基盤プロジェクト
    .number = ④
    .label = ゲノム・データ基盤
group-basic = 疾患基礎研究プロジェクト
    .number = ⑤
    .label = 疾患基礎研究
group-seeds = シーズ開発・研究基盤プロジェクト
    .number = ⑥
    .label = シーズ開発・研究基盤

## プロジェクトごとの主な成果（数値はdata/を参照する）

overview-drug = シーズの企業への導出件数累計{ ACTUAL("drug-licensed-out") }（目標{ TARGET("drug-licensed-out") }）や薬事承認件数（新薬、適応拡大）累計{ ACTUAL("drug-approvals") }（目標{ TARGET("drug-approvals") }）など、多数の企業導出及び薬事承認の取得を達成し、順調に進捗。
overview-device = ロボット技術を用いて、介護業務における腰の補助と歩きやすさを両立した防じん・防水性のある軽量かつ小型な装着機器が開発されるなど、医療機器等の開発・実用化は着実に進展。
overview-regenerative = iPS細胞から作製した角膜上皮を移植する世界初の臨床研究の完了や、家族性アルツハイマー病患者を対象とした医師主導治験の実施など、再生・細胞医療・遺伝子治療の社会実装に向けて着実に成果を創出。
overview-genome = シーズの他の統合プロジェクトや企業等への導出件数累計{ ACTUAL("genome-passed-on") }（目標{ TARGET("genome-passed-on") }）や臨床的に実用可能なバイオマーカー等の開発件数累計{ ACTUAL("genome-biomarkers") }（目標{ TARGET("genome-biomarkers") }）など、引き続きゲノム医療の発展につながる成果を順調に創出。
overview-basic = 神経変性疾患の原因となるαシヌクレインの病変を、製薬企業3社と連携してヒト生体脳で明瞭に画像化することに成功するなど、着実に成果を創出。
overview-seeds = 研究成果の科学誌への論文掲載件数累計{ ACTUAL("seeds-papers-if5") }（目標{ TARGET("seeds-papers-if5") }）、シーズの他の統合プロジェクトや企業等への導出件数累計{ ACTUAL("seeds-passed-on") }（目標{ TARGET("seeds-passed-on") }）や医薬品等の薬事承認申請の件数累計{ ACTUAL("seeds-approval-applications") }（目標{ TARGET("seeds-approval-applications") }）など順調に進捗。

## 注

note-incites = ※の項目は、AMEDにおいてクラリベイト社[InCites Benchmarking](lang:en)により集計。
    .mark = ※
note-as-of = 「最新の実績値」は、{ DATE("as-of", calendar: "gregorian") }時点の累計数。

## 記号（出典の表記に合わせる）

absent-missing = －
    .spoken = 数値なし
    .legend = 数値なし

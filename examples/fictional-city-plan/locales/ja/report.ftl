# 表題、総括、評価、分野、注

report-title = 第5次みなも市総合計画 進捗状況報告書
report-subtitle = { FISCAL_YEAR("round") }（基本計画5年度目）の結果
report-issuer = みなも市 企画部 政策推進課
report-notice = この資料は、nenpoの機能を示すための作例です。みなも市は架空の市であり、計画、組織、出来事及び数値も全て架空のものです。

## 総括と評価

overview =
    第5次みなも市総合計画の基本計画（{ FISCAL_YEAR("plan-start") }～{ FISCAL_YEAR("plan-end") }）は、五つの分野に{ COUNT("indicators") }の指標を設け、毎年度、その進捗を市民に報告することとしている。本書は、計画期間を1年残す{ FISCAL_YEAR("round") }の結果を取りまとめたものである。

    目標のある{ COUNT("with-target") }指標のうち、{ COUNT("achieved") }指標が目標に達し、{ COUNT("on-track") }指標が順調に推移している。
evaluation =
    { DATE("2025-08-07") }に開催した総合計画審議会において、**全体として、おおむね順調に進捗している**と評価された。最終年度に向けた意見は、次のとおり。

    - 待機児童の解消と交通事故の減少の成果を、確実に保つこと。
    - 目標になお届かない観光と健康づくりの取組を緩めないこと。
    - **里山の手入れと不登校児童生徒の支援は、進め方を見直すこと。**

## 見出し（様式の文言を置き換える）

results-title = 分野別の主な結果
highlights-title = { FISCAL_YEAR("round") }の主な取組と成果
indicators-title = 指標の一覧

## 分野

group-health = 健康・福祉
    .number = ①
group-environment = 環境・エネルギー
    .number = ②
group-children = 子ども・教育
    .number = ③
group-economy = 産業・交流
    .number = ④
    .label = 産業・交流
group-safety = 安全・都市基盤
    .number = ⑤

## 分野別の主な結果（数値はdata/を参照する）

overview-health = 「通いの場」は{ ACTUAL("health-salons") }（目標{ TARGET("health-salons") }）に増え、要介護認定率は{ ACTUAL("health-care") }と目標（{ TARGET("health-care") }）に達した。特定健康診査の受診率は{ ACTUAL("health-checkups") }（目標{ TARGET("health-checkups") }）にとどまり、働く世代の受診が課題である。
overview-environment = 市有施設の太陽光による発電量は{ ACTUAL("env-generation") }と、目標の{ RATE("env-generation") }まで増えた。ごみ排出量は1人1日当たり{ ACTUAL("env-waste") }（目標{ TARGET("env-waste") }）に減ったが、年度目標には届かない。里山の間伐は累計{ ACTUAL("env-woodland") }（目標{ TARGET("env-woodland") }）と遅れている。
overview-children = 保育の受入枠を累計{ ACTUAL("child-places") }（目標{ TARGET("child-places") }）増やし、待機児童は{ ACTUAL("child-waiting") }となった。一方、不登校の児童生徒のうち相談や指導を受けている人は{ ACTUAL("child-absence") }（目標{ TARGET("child-absence") }）に下がり、居場所づくりが急がれる。
overview-economy = 創業支援を受けた開業は累計{ ACTUAL("econ-startups") }（目標{ TARGET("econ-startups") }）と順調である。観光入込客数は{ ACTUAL("econ-visitors") }（暫定値）で、目標の{ RATE("econ-visitors") }まで回復した。人口の社会増減は{ ACTUAL("econ-migration") }で、転出超過は年々縮小している。
overview-safety = 木造住宅の耐震改修・除却の補助は累計{ ACTUAL("safe-quake") }と年度目標を上回り、交通事故の死傷者は{ ACTUAL("safe-casualties") }（目標{ TARGET("safe-casualties") }）に減った。個別避難計画は累計{ ACTUAL("safe-plans") }（目標{ TARGET("safe-plans") }）で、作成を加速する必要がある。

## 注

note-as-of = 「最新の実績値」は、{ FISCAL_YEAR("round") }の値（時点の指標は{ DATE("as-of") }現在の値）。
note-calendar-year = 当該年度の開始年の1月から12月まで（暦年）の値。
note-april = 翌年度の4月1日時点の人数。
note-survey = 2年に1度の市民意識調査による。調査のない年度は該当なしとした。
note-points-app = { FISCAL_YEAR("2022") }からスマートフォン用アプリによる参加を含み、前年度以前の値とは比較できない。
note-checkups-provisional = 国への報告前の集計による。
note-span-pending = 算定に用いる統計が未公表のため。{ FISCAL_YEAR("2025") }中に公表する予定。
note-meter = 計測器の故障のため、2か月分を前年度の実績から推計した。
note-recycling-plastics = { FISCAL_YEAR("2023") }に開始したプラスチック資源の一括回収を含み、前年度以前の値とは比較できない。
note-emissions-estimate = 基になる統計の公表前のため、電力と都市ガスの供給量から推計した。
note-pm25-renewal = 測定機器の更新により、年平均値の算出に必要な測定日数に満たなかった。
note-small-numbers = 3世帯未満の値は、世帯が特定されるおそれがあるため秘匿した。
note-carers-start = 支援事業は{ FISCAL_YEAR("2021") }に開始した。
note-lessons-cancelled = 新型コロナウイルス感染症の影響により、調査を中止した。
note-wells-withdrawn = 転居や井戸の廃止による登録の取消しを差し引いた数。

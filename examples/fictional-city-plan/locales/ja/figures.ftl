# 図の文言。一つの文言が一つの文字要素になる。-1、-2 は一つの文言を2行に分けたもの

## 通いの場

figure-salons-salon = 通いの場
figure-salons-walk-1 = 歩いて
figure-salons-walk-2 = 通える範囲
figure-salons-visits = 巡回・体力測定
figure-salons-referral = 早めの相談
figure-salons-nurses-1 = 保健師
figure-salons-nurses-2 = 理学療法士
figure-salons-centre-1 = 地域包括
figure-salons-centre-2 = 支援センター

## 避難所の電源

figure-shelter-power-ordinary = 平常時
figure-shelter-power-panels = 太陽光パネル
figure-shelter-power-school = 校舎で使う
figure-shelter-power-surplus = 余り
figure-shelter-power-charge = 蓄電池にためる
figure-shelter-power-outage = 停電時
figure-shelter-power-battery = 蓄電池
figure-shelter-power-shelter = 避難所（体育館）
figure-shelter-power-light = 照明
figure-shelter-power-phones = 携帯電話
figure-shelter-power-medical = 医療機器

## 待機児童

figure-waiting-lists-wing-1 = 認可保育所の
figure-waiting-lists-wing-2 = 増築
figure-waiting-lists-small-1 = 小規模保育の
figure-waiting-lists-small-2 = 開設
figure-waiting-lists-staff-1 = 保育士の
figure-waiting-lists-staff-2 = 住まいの支援
figure-waiting-lists-waiting-1 = 入園を待っていた
figure-waiting-lists-waiting-2 = 子ども
figure-waiting-lists-placed = 待機児童の解消

## 水辺の周遊ルート

figure-waterside-route-lake = みなも湖
figure-waterside-route-river = あさせ川
figure-waterside-route-station = みなも駅
figure-waterside-route-market = 水辺の市場
figure-waterside-route-lookout = ヨシ原の展望台
figure-waterside-route-landing = 古い船着場
figure-waterside-route-bicycle = 自転車
figure-waterside-route-boat = 舟

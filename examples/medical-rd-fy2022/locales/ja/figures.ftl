# 図の文言。一つの文言が一つの文字要素になる。-1、-2 は一つの文言を2行に分けたもの

## こし支援機器

figure-gas-spring-shoulder-belt = 肩ベルト
figure-gas-spring-back-frame = 背中フレーム
figure-gas-spring-waist-belt = 腰ベルト
figure-gas-spring-buttock-belt = 尻ベルト
figure-gas-spring-thigh-frame = ももフレーム
figure-gas-spring-thigh-pad = ももパッド
figure-gas-spring-gas-spring = ガススプリング
figure-gas-spring-compression-spring = 圧縮ばね

## 角膜上皮

figure-ips-cornea-cells = iPS細胞
figure-ips-cornea-sheet = 角膜上皮細胞シート
figure-ips-cornea-transplant = 4例の角膜疾患患者に移植
figure-ips-cornea-follow-up = 経過観察を完了

## 心不全

figure-heart-failure-tissue = 心臓組織検体
figure-heart-failure-spatial = 空間的オミックス解析
figure-heart-failure-single-cell = シングルセル解析
figure-heart-failure-groups-1 = 患者の病態を
figure-heart-failure-groups-2 = 層別化
figure-heart-failure-genome-1 = ゲノム・エピゲノム
figure-heart-failure-genome-2 = 統合解析
figure-heart-failure-cardiomyocytes-1 = iPS細胞由来
figure-heart-failure-cardiomyocytes-2 = 心筋細胞
figure-heart-failure-mechanism-1 = 心房細動の
figure-heart-failure-mechanism-2 = 発症機序を再現

## αシヌクレイン

figure-alpha-synuclein-patients = 多系統萎縮症患者
figure-alpha-synuclein-healthy = 健常高齢者
figure-alpha-synuclein-accumulation = αシヌクレインの蓄積

## がん幹細胞

figure-cancer-stem-cell-switch = 休眠スイッチ
figure-cancer-stem-cell-proliferating = 増殖
figure-cancer-stem-cell-dormant = 休眠
figure-cancer-stem-cell-tumour = 大腸がん
figure-cancer-stem-cell-chemotherapy = 化学療法
figure-cancer-stem-cell-survival-1 = 休眠した幹細胞が
figure-cancer-stem-cell-survival-2 = 死滅せず残る
figure-cancer-stem-cell-recurrence-1 = 再び増えて
figure-cancer-stem-cell-recurrence-2 = 再燃・再発

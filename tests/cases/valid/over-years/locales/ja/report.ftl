report-title = 橋と住まいの計画 進捗の報告
group-roads = 道と橋
group-homes = 住まい
description-roads = 橋を補強し、通学路に歩道をつくる。
note-definition = 令和3年度から、幅2メートル以上の歩道だけを数える。

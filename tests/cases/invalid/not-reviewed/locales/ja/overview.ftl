# 前回の文 [review:6a33db1c]
description-water = 対象年度の実施状況を報告する。

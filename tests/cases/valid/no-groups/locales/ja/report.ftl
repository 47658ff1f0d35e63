report-title = 水と森の計画

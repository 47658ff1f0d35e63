# Words of web pages. A report's own locales/ may replace them

skip-to-content = Skip to content
back-to-content = Back to top

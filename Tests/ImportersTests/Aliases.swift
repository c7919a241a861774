import NewsModel

/// `Issue` is the newspaper's, not the test library's.
typealias Issue = NewsModel.Issue

/// What stands on one screen of a page, before anything is placed.
package enum PlannedScreen: Hashable {
  /// Items sharing the screen as the tree says, in so many rows.
  case tree(SlicingTree, rows: Int)
  /// One item that no screen can hold; it is carried over as many as it needs.
  case carried(Int)
}

extension PageGround {
  /// The page on which screen after screen is filled as planned.
  func layout(of screens: [PlannedScreen]) -> PageLayout {
    var folds: [Fold] = []
    for screen in screens {
      switch screen {
      case .tree(let tree, let rows):
        folds.append(self.screen(tree, rows: rows, isFirst: folds.isEmpty))
      case .carried(let item):
        folds += self.screens(carrying: item, isFirst: folds.isEmpty)
      }
    }
    return layout(folds)
  }
}

/// What a code point means to the rules of grapheme clusters (UAX #29).
///
/// Grapheme_Cluster_Break, with three more properties folded in that only ever occur beside one of
/// its values: Extended_Pictographic and the two parts of Indic_Conjunct_Break that are no marks.
/// The raw values are those in the generated table.
package enum ClusterBreakClass: UInt8, Hashable, Sendable, CaseIterable {
  case other, control, carriageReturn, lineFeed
  /// A mark; within a conjunct it changes nothing.
  case extend
  /// A mark that ends what may become a conjunct: U+200C alone.
  case nonJoiner
  /// A mark that joins two consonants, as the virama does.
  case linker
  /// U+200D, which joins emoji.
  case joiner
  case spacingMark, prepend, regionalIndicator
  case hangulL, hangulV, hangulT, hangulLV, hangulLVT
  /// Extended_Pictographic, mostly emoji.
  case pictographic
  /// A consonant that a linker may join to another.
  case consonant
}

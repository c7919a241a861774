/// The Line_Break property of UAX #14, by its names there, resolved as rule LB1 asks.
///
/// AI, SG and XX have become AL, and SA is CM or AL. CJ stays: each tradition has its own answer.
/// The raw values are those in the generated table.
public enum LineBreakClass: UInt8, Hashable, Sendable, CaseIterable {
  case ak, al, ap, `as`, b2, ba, bb, bk, cb, cj, cl, cm, cp, cr, eb, em, ex, gl, h2, h3, hh, hl, hy
  case id, `in`, `is`, jl, jt, jv, lf, nl, ns, nu, op, po, pr, qu, ri, sp, sy, vf, vi, wj, zw, zwj
}

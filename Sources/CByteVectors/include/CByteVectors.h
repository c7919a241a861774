// Many small numbers at once: the questions that Swift's SIMD types answer a lane at a time on Linux, and
// every processor in one instruction or two. Values in, values out; no memory is touched.
#pragma once
#include <stdint.h>

typedef uint8_t SixteenLanes __attribute__((ext_vector_type(16)));
typedef _Bool SixteenBits __attribute__((ext_vector_type(16)));

/// Which lanes of both are the same: all bits of such a lane are set, and none of the others.
static inline __attribute__((always_inline)) SixteenLanes
lanesEqual(SixteenLanes one, SixteenLanes other) {
  return (SixteenLanes)(one == other);
}

/// Which lanes are at most those of `limit`, as numbers without a sign.
static inline __attribute__((always_inline)) SixteenLanes
lanesAtMost(SixteenLanes lanes, SixteenLanes limit) {
  return (SixteenLanes)(lanes <= limit);
}

/// The top bit of each lane, that of the first one lowest.
static inline __attribute__((always_inline)) uint16_t topBits(SixteenLanes lanes) {
  return __builtin_bit_cast(uint16_t, __builtin_convertvector(lanes >> 7, SixteenBits));
}

typedef int16_t EightLanes __attribute__((ext_vector_type(8)));

/// Lane by lane the smaller number.
static inline __attribute__((always_inline)) EightLanes
lanesSmaller(EightLanes one, EightLanes other) {
  return __builtin_elementwise_min(one, other);
}

/// Lane by lane the sum, which stops at the greatest and the least number there is.
static inline __attribute__((always_inline)) EightLanes
lanesSum(EightLanes one, EightLanes other) {
  return __builtin_elementwise_add_sat(one, other);
}

// Many small numbers at once: what Swift's SIMD types do a lane at a time on Linux, and every processor in
// one instruction or two.
#pragma once
#include <stdint.h>
#include <string.h>

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

/// The first lanes, as many as `count & 15`: all their bits are set, and none of the others.
static inline __attribute__((always_inline)) SixteenLanes firstLanes(uint32_t count) {
  static const uint8_t edge[32] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  };
  SixteenLanes lanes;
  memcpy(&lanes, edge + 16 - (count & 15), sizeof lanes);
  return lanes;
}

// Rows of costs, which stop at INT16_MAX: eight at once, and the rest one by one.

typedef int16_t EightCosts __attribute__((ext_vector_type(8)));

static inline EightCosts costsAt(const int16_t *place) {
  EightCosts costs;
  memcpy(&costs, place, sizeof costs);
  return costs;
}

static inline void lowerEight(int16_t *target, EightCosts costs) {
  costs = __builtin_elementwise_min(costs, costsAt(target));
  memcpy(target, &costs, sizeof costs);
}

static inline int16_t costSum(int16_t one, int16_t other) {
  int sum = one + other;
  return (int16_t)(sum < INT16_MAX ? sum : INT16_MAX);
}

/// Lowers each of `count` costs at `target` to that at `source` with `fixed` added, where that is less.
static inline void
lowerCosts(int16_t *target, const int16_t *source, int16_t fixed, long count) {
  long place = 0;
  for (; place + 8 <= count; place += 8)
    lowerEight(target + place, __builtin_elementwise_add_sat(costsAt(source + place), (EightCosts)fixed));
  for (; place < count; place++) {
    int16_t sum = costSum(source[place], fixed);
    if (sum < target[place]) target[place] = sum;
  }
}

/// The same to the sum of the costs at `one` and `two` with `fixed` added.
static inline void
lowerCostsToSums(int16_t *target, const int16_t *one, const int16_t *two, int16_t fixed, long count) {
  long place = 0;
  for (; place + 8 <= count; place += 8) {
    EightCosts sum = __builtin_elementwise_add_sat(costsAt(one + place), costsAt(two + place));
    lowerEight(target + place, __builtin_elementwise_add_sat(sum, (EightCosts)fixed));
  }
  for (; place < count; place++) {
    int16_t sum = costSum(costSum(one[place], two[place]), fixed);
    if (sum < target[place]) target[place] = sum;
  }
}

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

// Lines of words: the cells and the word spaces of eight at once.

/// What a line costs that lacks some cells: their square, and so much more where they are more than its
/// word spaces, and so much where they are more than twice as many.
typedef struct {
  int16_t loose, ragged;
} WordCosts;

/// The costs of eight lines that lack `slack` cells, up to INT16_MAX; that much where a line is too long.
static inline __attribute__((always_inline)) EightCosts
wordLineCosts(EightCosts slack, EightCosts gaps, WordCosts costs) {
  EightCosts tooLong = slack < 0;
  EightCosts sum = slack * slack + ((EightCosts)(slack > gaps) & (EightCosts)costs.loose)
    + ((EightCosts)(slack > gaps + gaps) & (EightCosts)(int16_t)(costs.ragged - costs.loose));
  return (sum & ~tooLong) | (tooLong & (EightCosts)(int16_t)INT16_MAX);
}

/// The sums of eight costs, up to INT16_MAX.
static inline __attribute__((always_inline)) EightCosts costSums(EightCosts one, EightCosts other) {
  return __builtin_elementwise_add_sat(one, other);
}

/// The least of eight costs in each lane.
static inline __attribute__((always_inline)) EightCosts leastEverywhere(EightCosts costs) {
  costs = __builtin_elementwise_min(costs, __builtin_shufflevector(costs, costs, 4, 5, 6, 7, 0, 1, 2, 3));
  costs = __builtin_elementwise_min(costs, __builtin_shufflevector(costs, costs, 2, 3, 0, 1, 6, 7, 4, 5));
  return __builtin_elementwise_min(costs, __builtin_shufflevector(costs, costs, 1, 0, 3, 2, 5, 4, 7, 6));
}

/// A bit for each lane in which a cost is at most that of the other, that of the first one lowest.
static inline __attribute__((always_inline)) uint32_t lanesNoDearer(EightCosts costs, EightCosts others) {
  typedef _Bool EightBits __attribute__((ext_vector_type(8)));
  return __builtin_bit_cast(uint8_t, __builtin_convertvector(costs <= others, EightBits));
}

/// The last seven lanes, and then that of another.
static inline __attribute__((always_inline)) EightCosts followedBy(EightCosts lanes, EightCosts other) {
  return __builtin_shufflevector(lanes, other, 1, 2, 3, 4, 5, 6, 7, 15);
}

// Packs the folding into the arrays of unicode_tables.hpp and writes them as C++.

import { numbers, splitNumbers } from './cpp.mjs';
import { Action } from './unicode.mjs';

const BLOCK_BITS = 7;
const BLOCK = 1 << BLOCK_BITS;
const PAGE_BITS = 8;
const FIRST_EXPANSION = 0xd800;
const LAST_EXPANSION = 0xf8ff;

/** Two stages: the block number of each run of code points, and the distinct blocks with two actions in a byte. */
function packActions(actions) {
  const blocks = new Map();
  const index = [];
  for (let first = 0; first < actions.length; first += BLOCK) {
    const bytes = [];
    for (let c = first; c < first + BLOCK; c += 2) bytes.push(actions[c] | (actions[c + 1] << 4));
    const key = bytes.join();
    if (!blocks.has(key)) blocks.set(key, { number: blocks.size, bytes });
    index.push(blocks.get(key).number);
  }
  if (blocks.size > 256) throw new Error('more than 256 distinct blocks');
  while (index.length > 1 && index.at(-1) === index.at(-2)) index.pop();
  return { index, blocks: [...blocks.values()].flatMap((block) => block.bytes) };
}

/** Mapped code points by page of 256: low bytes, sorted, beside the target or, from U+D800, the number of an expansion. */
function packMappings(targets) {
  const pages = [];
  const lows = [];
  const values = [];
  const expansions = new Map();
  const lastPage = Math.max(...targets.keys()) >> PAGE_BITS;
  for (let page = 0; page <= lastPage; ++page) {
    pages.push(lows.length);
    for (let low = 0; low < 1 << PAGE_BITS; ++low) {
      const target = targets.get((page << PAGE_BITS) | low);
      if (!target) continue;
      lows.push(low);
      if (target.length === 1 && target[0] <= 0xffff) {
        values.push(target[0]);
        continue;
      }
      const key = target.join();
      if (!expansions.has(key)) expansions.set(key, { number: expansions.size, target });
      values.push(FIRST_EXPANSION + expansions.get(key).number);
    }
  }
  pages.push(lows.length);
  if (FIRST_EXPANSION + expansions.size > LAST_EXPANSION) throw new Error('too many expansions');
  if (lows.length > 0xffff) throw new Error('too many mappings');
  return { pages, lows, values, ...packExpansions([...expansions.values()].map((expansion) => expansion.target)) };
}

function packExpansions(targets) {
  const starts = [];
  const units = [];
  for (const target of targets) {
    starts.push(units.length);
    for (const c of target) {
      if (c <= 0xffff) units.push(c);
      else units.push(0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
    }
  }
  starts.push(units.length);
  if (units.length > 0xffff) throw new Error('the expansions are too long');
  return { starts, units };
}

/** What one ASCII character folds to, as the byte itself. */
const asciiFolds = (folding) =>
  Array.from({ length: 128 }, (_, c) => {
    const folded = folding.fold(c);
    if (folded.length !== 1 || folded[0] > 127) throw new Error(`ASCII ${c} folds out of ASCII`);
    return folded[0];
  });

/** `{header, source}`: the text of unicode_tables.hpp and .cpp. */
export function unicodeTables(folding, generatedBy) {
  const actions = [];
  const targets = new Map();
  for (const { action, target } of folding) {
    if (target) targets.set(actions.length, target);
    actions.push(action);
  }
  const { index, blocks } = packActions(actions);
  const { pages, lows, values, starts, units } = packMappings(targets);

  const header = `${generatedBy}
#pragma once

#include <array>
#include <cstdint>

#include "split_numbers.hpp"

namespace lookup::tables {

/// What the fold does with a code point. \`mapped\` ones have a mapping, and \`han\` may have one.
enum class Action : std::uint8_t { ${Object.keys(Action).join(', ')} };

inline constexpr unsigned block_bits = ${BLOCK_BITS};
inline constexpr unsigned page_bits = ${PAGE_BITS};
/// Values from here to the end of the private use area are numbers of expansions: no fold gives such a code point.
inline constexpr unsigned first_expansion = 0x${FIRST_EXPANSION.toString(16)};
inline constexpr unsigned last_expansion = 0x${LAST_EXPANSION.toString(16)};

/// What each ASCII character folds to.
extern const std::array<std::uint8_t, 128> ascii_folds;

/// Number of the block that holds the actions of code points \`n << block_bits\` and following; past its end, the last.
extern const std::array<std::uint8_t, ${index.length}> action_index;
/// Blocks of actions, two to a byte, the even code point in the low half.
extern const std::array<std::uint8_t, ${blocks.length}> action_blocks;

/// Where the mapped code points of each page begin in \`mapping_lows\` and \`mapping_values\`.
extern const std::array<std::uint16_t, ${pages.length}> mapping_pages;
extern const std::array<std::uint8_t, ${lows.length}> mapping_lows;
extern const SplitNumbers<${values.length}> mapping_values;

/// Where each expansion begins in \`expansion_units\`, which are UTF-16.
extern const std::array<std::uint16_t, ${starts.length}> expansion_starts;
extern const std::array<std::uint16_t, ${units.length}> expansion_units;

/// A letter that stays composed: base, mark, composed; sorted.
struct Composition {
  std::uint16_t base;
  std::uint16_t mark;
  std::uint16_t composed;
};
extern const std::array<Composition, ${folding.compositions.length}> compositions;

}  // namespace lookup::tables
`;
  const table = (type, name, list) =>
    `const std::array<${type}, ${list.length}> ${name} = {\n${numbers(list)}\n};\n`;
  const source = `${generatedBy}
#include "unicode_tables.hpp"

// clang-format off
namespace lookup::tables {

${table('std::uint8_t', 'ascii_folds', asciiFolds(folding))}
${table('std::uint8_t', 'action_index', index)}
${table('std::uint8_t', 'action_blocks', blocks)}
${table('std::uint16_t', 'mapping_pages', pages)}
${table('std::uint8_t', 'mapping_lows', lows)}
const SplitNumbers<${values.length}> mapping_values = ${splitNumbers(values)};

${table('std::uint16_t', 'expansion_starts', starts)}
${table('std::uint16_t', 'expansion_units', units)}
const std::array<Composition, ${folding.compositions.length}> compositions = {{
${numbers(folding.compositions.map((c) => `{${c}}`))}
}};

}  // namespace lookup::tables
`;
  return { header, source };
}

// Makes a graph of phrases that share their beginnings and their ends, word by word.

import { byBytes } from './cpp.mjs';

/** The places of the phrases, each `{value, next}`: what ends there, 0 for nothing, and by word what follows. */
function treeOf(phrases) {
  const root = { value: 0, next: new Map() };
  for (const [phrase, value] of phrases) {
    let place = root;
    for (const word of phrase.split(' ')) {
      if (!place.next.has(word)) place.next.set(word, { value: 0, next: new Map() });
      place = place.next.get(word);
    }
    place.value = value;
  }
  return root;
}

/** Makes places one from which the same follows, bottom up; the one that is kept for each. */
function merge(place, kept) {
  for (const [word, next] of place.next) place.next.set(word, merge(next, kept));
  const key = `${place.value}|${[...place.next].map(([word, next]) => `${word} ${next.key}`).join(',')}`;
  if (!kept.has(key)) {
    place.key = kept.size;
    kept.set(key, place);
  }
  return kept.get(key);
}

/** All places, the beginning first. */
function placesOf(root) {
  const places = new Set();
  const visit = (place) => {
    if (places.has(place)) return;
    places.add(place);
    for (const next of place.next.values()) visit(next);
  };
  visit(root);
  return [...places];
}

/**
 * The graph of `[phrase, value]`: its `vocabulary`; for each place how many words may follow (`counts`) and the value (`values`);
 * place by place the `words` that follow, by number, and the places that they lead to (`targets`).
 */
export function wordGraph(phrases) {
  const sorted = [...phrases].sort(([a], [b]) => byBytes(a, b));
  const vocabulary = [...new Set(sorted.flatMap(([phrase]) => phrase.split(' ')))].sort(byBytes);
  const numbers = new Map(vocabulary.map((word, number) => [word, number]));
  const places = placesOf(merge(treeOf(sorted), new Map()));
  const placeNumbers = new Map(places.map((place, number) => [place, number]));
  const steps = places.flatMap(({ next }) => [...next]);
  if (Math.max(vocabulary.length, places.length, steps.length) > 0xffff) throw new Error('the graph is too large');
  return {
    vocabulary,
    counts: places.map(({ next }) => next.size),
    values: places.map(({ value }) => value),
    words: steps.map(([word]) => numbers.get(word)),
    targets: steps.map(([, next]) => placeNumbers.get(next)),
  };
}

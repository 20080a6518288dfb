// The messages of each language are whole: every sentence of the page and of the core, with the same places.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { firstKnown, locales } from '../../web/element/languages.js';
import { openEngine } from '../../web/engine/engine.js';
import { project, readProject } from './setup.js';

const messagesOf = (language) => JSON.parse(readFileSync(new URL(`web/i18n/${language}.json`, project), 'utf8'));
const english = messagesOf('en');
const others = Object.keys(locales).filter((language) => language !== 'en');

const engine = await openEngine({
  wasm: readProject('build/wasm/lookup.wasm'),
  snapshot: readProject('data/entity-list.json'),
  others: readProject('data/other-lists.json'),
});
await engine.othersSettled;

/** All lists that the core knows, also those that no bundled file has and a file that is brought in may have. */
const register = Array.from(
  String(readProject('wasm/src/list_register.cpp')).matchAll(
    /\{"([\w-]+)", "[^"]+", \d,\s*((?:"[^"]*"\s*)+),\s*\w+,\s*(?:"[^"]*"\s*)+,\s*((?:"[^"]*"\s*)+),/g,
  ),
  ([, code, ...texts]) => {
    const [title, consequence] = texts.map((text) => [...text.matchAll(/"([^"]*)"/g)].map(([, part]) => part).join(''));
    return { code, title, consequence };
  },
);
/** What the core says in English, by the keys under which other languages have it. */
const core = Object.fromEntries([
  ...engine.about.phrases.map(({ key, text }) => [`phrase.${key}`, text]),
  ['phrase.as_published', ''],
  ...engine.about.errors.map(({ code, sentence }) => [`error.${code}`, sentence]),
  ...register.flatMap(({ code, title, consequence }) => [
    [`list_title.${code}`, title],
    [`list_means.${code}`, consequence],
  ]),
]);
const { lists } = engine;
engine.close();

/** The key of a sentence that has forms for numbers, without its form; every other key as it is. */
const bare = (key) => {
  const [, stem] = /^(.*)\.(?:zero|one|two|few|many|other)$/.exec(key) ?? [];
  return stem && `${stem}.other` in english ? stem : key;
};
/** What a whole number takes; “many” of Romance languages begins at a million. */
const formsOf = (language) =>
  new Intl.PluralRules(locales[language]).resolvedOptions().pluralCategories.filter((category) => category !== 'many');
const placesOf = (messages, key) => {
  const texts = Object.keys(messages).filter((own) => bare(own) === key);
  return [...new Set(texts.flatMap((own) => messages[own].match(/\{\w+\}/g) ?? []))].sort();
};

test('The register of lists is read as the core has it', () => {
  assert.equal(register.length, 13);
  for (const { code, title, consequence } of lists)
    assert.deepEqual(
      register.find((known) => known.code === code),
      { code, title, consequence },
    );
});

for (const language of others) {
  const messages = messagesOf(language);

  test(`${language}: each sentence of the page and of the core is there, in each form that numbers take, and no other`, () => {
    const wanted = Object.keys({ ...english, ...core }).flatMap((key) =>
      bare(key) !== key ? formsOf(language).map((category) => `${bare(key)}.${category}`) : [key],
    );
    assert.deepEqual(Object.keys(messages).sort(), [...new Set(wanted)].sort());
  });

  test(`${language}: each sentence has the places of the English one`, () => {
    const source = { ...english, ...core };
    for (const key of new Set(Object.keys(messages).map(bare)))
      assert.deepEqual(placesOf(messages, key), placesOf(source, key), key);
  });

  test(`${language}: no sentence is empty, nor left in English`, () => {
    for (const [key, text] of Object.entries(messages)) {
      // A list's name may be in English in the trade of the language.
      if (key === 'phrase.space' || key.startsWith('list_title.')) continue;
      assert.notEqual(text.trim(), '', key);
      const source = english[key] ?? core[key];
      if (source?.split(' ').length > 5) assert.notEqual(text, source, key);
    }
  });
}

test('The first language wanted that there is, and English where there is none', () => {
  assert.equal(firstKnown(['fr-CA', 'zh-Hant-TW', 'de']), 'zh');
  assert.equal(firstKnown([null, undefined, '', 'ES-mx']), 'es');
  assert.equal(firstKnown(['constructor', 'eo']), 'en');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryHref, formatRoute, listHref, noFilter, parseRoute } from '../../web/app/route.js';

const check = (q = '', country = '') => ({ view: 'check', q, country });
const list = (filter) => ({ view: 'list', filter: { ...noFilter, ...filter } });

/** Routes, and the one address that each has. */
const routes = [
  ['#', check()],
  ['#q=Huawei', check('Huawei')],
  ['#q=M%C3%BCller%20%26%20S%C3%B6hne%20%3D%20%23%2B%25&country=DE', check('Müller & Söhne = #+%', 'DE')],
  ['#q=%E6%B5%B7%E5%BA%B7%E5%A8%81%E8%A7%86', check('海康威视')],
  ['#list', list({})],
  ['#list&country=CN&from=2021-07-12&to=2021-07-12', list({ countries: ['CN'], from: '2021-07-12', to: '2021-07-12' })],
  [
    '#list&lists=EL,SDN&country=CN,HK&notice=86%20FR%2036496&policy=denial&text=laser&order=newest&page=3',
    list({
      lists: ['EL', 'SDN'],
      countries: ['CN', 'HK'],
      notice: '86 FR 36496',
      policy: 'denial',
      text: 'laser',
      order: 'newest',
      page: 3,
    }),
  ],
  ['#entry=EL/73dfd6d8', { view: 'entry', list: 'EL', id: '73dfd6d8' }],
  ['#entry=SDN/a/b%20c', { view: 'entry', list: 'SDN', id: 'a/b c' }],
  ...['lists', 'score', 'privacy', 'keys'].map((view) => [`#${view}`, { view }]),
];

test('Each route has one address, which is read back as it was', () => {
  for (const [hash, route] of routes) {
    assert.deepEqual(parseRoute(hash), route, hash);
    assert.equal(formatRoute(route), hash);
  }
});

test('Addresses that people and other programs write are understood too', () => {
  assert.deepEqual(parseRoute(''), check());
  assert.deepEqual(parseRoute('q=Huawei'), check('Huawei'), 'without its #');
  assert.deepEqual(parseRoute('#q=Bank+of+Kunlun&country=cn'), check('Bank of Kunlun', 'CN'), 'as a form writes it');
  assert.deepEqual(parseRoute('#country=CN&q=Huawei'), check('Huawei', 'CN'), 'in another order');
  assert.deepEqual(parseRoute('#list&country=cn,cn&lists=el'), list({ countries: ['CN'], lists: ['EL'] }));
  assert.deepEqual(parseRoute('#list&from=yesterday'), list({ from: 'yesterday' }), 'what is a day the core knows');
  for (const page of ['0', '-1', '1.5', 'x', '1e99', '']) assert.deepEqual(parseRoute(`#list&page=${page}`), list({}));
  assert.deepEqual(parseRoute('#list&order=size'), list({}));
});

test('What is no route leads to the check, and is kept to be told', () => {
  for (const text of [
    'foo',
    'foo=1',
    'entry=EL',
    'entry=EL/',
    'entry=/1',
    'entry',
    'score=2',
    'main',
    '%',
    '%E0%A4%A',
    'q=%E0%A4%A', // A name that lost a letter on its way is not the one that was meant.
    'q=M%FCller&country=DE',
  ]) {
    assert.deepEqual(parseRoute(`#${text}`), { ...check(), unknown: text }, text);
  }
});

test('No text breaks an address, not even half a character', () => {
  assert.equal(formatRoute(check('cut \ud83d')), '#q=cut%20%EF%BF%BD');
  assert.equal(parseRoute('#q=100%').q, '100%', 'a stray percent sign stays');
});

test('A country without a name asks nothing, and stands in no address', () => {
  assert.equal(formatRoute(check('', 'CN')), '#');
});

test('What leads on to a list or an entry says no more than it must', () => {
  assert.equal(listHref({}), '#list');
  assert.equal(listHref({ from: '2021-01-01', page: 1, order: 'name' }), '#list&from=2021-01-01');
  assert.equal(entryHref({ list: 'EL', id: 'x' }), '#entry=EL/x');
});

// Two tabs of different builds, as after a deployment, where the browser keeps no copy of either.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, changingSite, newer, newerBuild } from './offline-page.js';
import { allSettled, check, inEachBrowser, openPage, press, settled, textOf } from './setup.js';
import { bring, files, listed, loadAnew, newLists, take } from './update-page.js';

const buildOf = (page) => page.evaluate(() => document.documentElement.dataset.build);

inEachBrowser((_name, get) => {
  test('The older tab goes on, refuses the newer program for newer lists, and takes the lists that the newer tab brought in', async () => {
    const server = await changingSite();
    const context = await get().createBrowserContext();
    const { page: older, complaints } = await openPage(context, server.url);
    await allSettled(older);
    server.folder = newer;
    const { page: later, complaints: ofLater } = await openPage(context, server.url);
    await allSettled(later);
    assert.deepEqual([await buildOf(older), await buildOf(later)], [build, newerBuild]);

    await older.bringToFront();
    await older.evaluate(() =>
      document.querySelector('entity-lookup').shadowRoot.querySelector('.update summary').click(),
    );
    await older.waitForFunction(
      () =>
        document.querySelector('entity-lookup').shadowRoot.querySelector('.update .failure')?.dataset.code ===
        'build_mixed',
    );
    assert.ok((await check(older, 'Megvii')).total > 0);

    await later.bringToFront();
    await bring(later, files.csv, { date: '2026-08-04' });
    await take(later);
    await older.bringToFront();
    assert.equal((await check(older, 'Megvii')).lists.length, 12, 'until it is loaded anew');
    server.folder = newer;
    await loadAnew(older);
    assert.equal(await buildOf(older), newerBuild);
    assert.match(await listed(older), newLists);
    assert.deepEqual([...(await complaints()), ...(await ofLater())], []);
    await context.close();
    await server.close();
  });

  test('A page of one build whose program is of another refuses it, and “Load the page anew” mends it', async () => {
    const server = await changingSite();
    // As where a cache on the way still has the older page.
    const older = await (await fetch(server.url)).text();
    const script = await (await fetch(`${server.url}entity-lookup.js`)).text();
    const [, element] = /"\.(\/element-[^?"]*)/.exec(script);
    const program = await (await fetch(server.url + element.slice(1))).text();
    const send = (type, body) => (_, response) => response.writeHead(200, { 'content-type': type }).end(body);
    server.folder = newer;
    server.answers = {
      '/': send('text/html', older),
      '/entity-lookup.js': send('text/javascript', script),
      [element]: send('text/javascript', program),
    };
    const { page, complaints } = await openPage(get(), server.url);
    assert.equal(await settled(page), 'error');
    assert.equal(
      await page.$eval('entity-lookup', (element) => element.shadowRoot.querySelector('.failure').dataset.code),
      'build_mixed',
    );
    assert.equal(await textOf(page, '.failure h2'), 'Nothing was checked');
    server.answers = {};
    await Promise.all([page.waitForNavigation(), press(page, 'Load the page anew')]);
    await allSettled(page);
    assert.ok((await check(page, 'Megvii')).total > 0);
    assert.deepEqual(await complaints(), []);
    await page.close();
    await server.close();
  });
});

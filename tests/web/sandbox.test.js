// The single file in a frame under sandbox="allow-scripts", where no form can be sent.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { inEachBrowser, openPage, serve, settled, singleFile, textOf } from './setup.js';

const html = (body) => (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body);

let server;
before(async () => {
  server = await serve({
    policy: null,
    answers: {
      '/frame.html': html(
        '<!doctype html><title>frame</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="whole.html"></iframe>',
      ),
      '/whole.html': html(readFileSync(singleFile)),
    },
  });
});
after(() => server.close());

inEachBrowser((name, get) => {
  const open = async () => {
    const { page, complaints } = await openPage(get(), `${server.url}frame.html`, { alone: true });
    const frame = await (await page.$('iframe')).contentFrame();
    await settled(frame);
    const name = await frame.evaluateHandle(() =>
      document.querySelector('entity-lookup').shadowRoot.querySelector('#name'),
    );
    return { page, frame, name, complaints };
  };
  /** Waits until what is shown is a check of this name. */
  const checked = (frame, asked) =>
    frame.waitForFunction(
      (wanted) =>
        document
          .querySelector('entity-lookup')
          .shadowRoot.querySelector('.record')
          ?.textContent.includes(`“${wanted}”`),
      {},
      asked,
    );

  test('Enter in a field and the button check there too, and no form is tried to be sent', async () => {
    const { page, frame, name: field, complaints } = await open();
    await field.type('Megvii');
    await page.keyboard.press('Enter');
    await checked(frame, 'Megvii');
    assert.match(await textOf(frame, '[role=status]'), /^\d+ possible match/);
    await field.type(' Technology');
    await frame.waitForFunction(() => !document.querySelector('entity-lookup').shadowRoot.querySelector('.record'));
    const button = await frame.evaluateHandle(() =>
      document.querySelector('entity-lookup').shadowRoot.querySelector('button.check'),
    );
    await button.click();
    await checked(frame, 'Megvii Technology');
    const score = await frame.evaluateHandle(() =>
      document.querySelector('entity-lookup').shadowRoot.querySelector('#score'),
    );
    await score.type('5');
    await page.keyboard.press('Enter');
    await frame.waitForFunction(() => document.querySelector('entity-lookup').state !== 'matches');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  if (name === 'chromium') {
    test('Enter that ends the composition of an input method checks nothing yet', async () => {
      const { page, frame, name: field } = await open();
      await field.focus();
      const session = await page.createCDPSession();
      await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
      const composing = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...composing });
      await session.send('Input.insertText', { text: '日本' });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...composing });
      await frame.waitForFunction(() => document.querySelector('entity-lookup').answer?.query.name === '日本');
      assert.equal(await textOf(frame, '.record'), '');
      await page.keyboard.press('Enter');
      await checked(frame, '日本');
      await page.close();
    });
  }
});

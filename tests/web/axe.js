import { readFileSync } from 'node:fs';
import { requireFromWeb } from './setup.js';

const axe = readFileSync(requireFromWeb.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong in a page or a frame.
 * @returns {Promise<[id: string, target: unknown, summary: string][]>}
 */
export async function faultsIn(document) {
  if (!(await document.evaluate(() => 'axe' in globalThis))) await document.evaluate(axe);
  return document.evaluate(async () => {
    const { violations } = await globalThis.axe.run(globalThis.document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => [id, target, failureSummary]),
    );
  });
}

// Serves a folder on 127.0.0.1 under the site's strict policy: `node web/serve.mjs [PORT]`.
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fileTypes } from './app/file-types.js';

/** What the site needs, and nothing more. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Of `embed.html`: a frame without an origin may have no worker but one that is made in it. */
export const framePolicy = contentSecurityPolicy.replace("worker-src 'self'", "worker-src 'self' blob:");

/**
 * The path that is asked for; undefined where the request names none that can be read.
 * @param {string} [url] As it stands in the request.
 */
function pathOf(url = '/') {
  try {
    const { pathname } = new URL(url, 'http://localhost');
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    return undefined;
  }
}

/**
 * @param {URL} file
 * @param {string} policy Of all other files.
 */
function policyFor(file, policy) {
  return policy === contentSecurityPolicy && file.pathname.endsWith('/embed.html') ? framePolicy : policy;
}

/**
 * Answers from a folder. Paths cannot leave it: the URL parser has already resolved every `..`.
 * @param {URL} folder
 * @param {{policy?: string | null, types?: Record<string, string>}} [options] `types`: by extension, beside the usual ones.
 * @returns {import('node:http').RequestListener}
 */
export function folderListener(folder, { policy = contentSecurityPolicy, types = {} } = {}) {
  return async (request, response) => {
    /** @param {number} status @param {string} sentence */
    const refuse = (status, sentence) => {
      response.writeHead(status, { 'content-type': fileTypes['.html'] });
      response.end(`<!doctype html><title>${sentence}</title><p>${sentence}`);
    };
    const pathname = pathOf(request.url);
    if (pathname === undefined) {
      refuse(400, 'Not an address');
      return;
    }
    const file = new URL(`.${pathname.endsWith('/') ? `${pathname}index.html` : pathname}`, folder);
    const extension = /\.\w+$/.exec(file.pathname)?.[0] ?? '';
    try {
      if (!file.pathname.startsWith(folder.pathname) || /%2f|%5c/i.test(pathname)) throw new Error('outside');
      const body = await readFile(file);
      response.writeHead(200, {
        'content-type': types[extension] ?? fileTypes[extension] ?? 'application/octet-stream',
        'content-length': body.length,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        ...(policy && { 'content-security-policy': policyFor(file, policy) }),
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    } catch {
      refuse(404, 'Not found');
    }
  };
}

/**
 * Listens on 127.0.0.1, on the first free port from `port` on; 0 takes any.
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
export function listen(server, port) {
  return new Promise((resolve, reject) => {
    /** @param {NodeJS.ErrnoException} error */
    const onError = (error) => {
      if (error.code !== 'EADDRINUSE' || port >= 65535) reject(error);
      else listen(server, port + 1).then(resolve, reject);
    };
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function main() {
  const port = Number(process.argv[2] ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`not a port: ${process.argv[2]}`);
  const site = new URL('../build/site/', import.meta.url);
  const singleFile = new URL('../build/entity-lookup.html', import.meta.url);
  await stat(site);
  const taken = await listen(createServer(folderListener(site)), port);
  console.log(`The site:        http://127.0.0.1:${taken}/`);
  console.log(`The single file: ${fileURLToPath(singleFile)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

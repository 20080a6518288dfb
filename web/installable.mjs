// What lets a browser install the site as a program: the manifest, the icons and the lines in the page that name them.
import { iconPng, iconSvg } from './icon.mjs';

const sizes = [192, 512];

/**
 * A colour of the tokens, in the light and in the dark.
 * @param {string} tokens The style sheet.
 * @param {string} name
 */
function colour(tokens, name) {
  const found = new RegExp(`--lookup-${name}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`).exec(tokens);
  if (!found) throw new Error(`the tokens have no colour ${name} as light-dark(#rrggbb, #rrggbb)`);
  const [, light, dark] = found;
  return { light, dark };
}

/**
 * All addresses in it are relative, so that the site may lie in any folder.
 * @param {{build: string, messages: Record<string, string>, tokens: string}} about
 */
export function installable({ build, messages, tokens }) {
  const paper = colour(tokens, 'paper');
  const accent = colour(tokens, 'accent');
  const drawing = { ink: paper.light, paper: accent.light };
  const named = (/** @type {number} */ size) => `icon-${size}.png`;
  const manifest = {
    name: messages['page.title'],
    short_name: messages['page.title'],
    description: messages['page.tagline'],
    lang: 'en',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: paper.light,
    theme_color: paper.light,
    icons: [
      { src: `icon.svg?build=${build}`, sizes: 'any', type: 'image/svg+xml' },
      ...sizes.map((size) => ({
        src: `${named(size)}?build=${build}`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: 'any maskable',
      })),
    ],
  };
  return {
    files: {
      'manifest.webmanifest': `${JSON.stringify(manifest)}\n`,
      'icon.svg': iconSvg(drawing),
      ...Object.fromEntries(sizes.map((size) => [named(size), iconPng(size, drawing)])),
    },
    icon: `<link rel="icon" href="icon.svg?build=${build}" type="image/svg+xml" />`,
    links: [
      `<link rel="manifest" href="manifest.webmanifest?build=${build}" />`,
      `<meta name="theme-color" content="${paper.light}" media="(prefers-color-scheme: light)" />`,
      `<meta name="theme-color" content="${paper.dark}" media="(prefers-color-scheme: dark)" />`,
    ].join('\n'),
  };
}

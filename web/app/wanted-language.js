// The page's language, before anything else asks for it: what its address says after `?lang=`, else what the browser prefers.
import { firstKnown } from '../element/languages.js';

document.documentElement.lang = firstKnown([new URLSearchParams(location.search).get('lang'), ...navigator.languages]);

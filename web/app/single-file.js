import './page-messages.js';
import './wanted-language.js';
import { defineInlined } from './define-inlined.js';
import { Shell } from './shell.js';

void defineInlined((id) => document.getElementById(id)?.textContent ?? '').then(() => new Shell().start());

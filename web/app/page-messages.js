// The bundler leaves in this copy of the messages only those of the page around the element.
import texts from '../i18n/en.json';
import { addMessages } from '../element/messages.js';

addMessages(texts);

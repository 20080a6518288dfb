// The bundler leaves in this copy of the messages only those of the part that brings in newer lists.
import texts from '../i18n/en.json';
import { addMessages } from './messages.js';

addMessages(texts);

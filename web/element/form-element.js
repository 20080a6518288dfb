import { FormPart, formPartOf } from './form-part.js';
import { ReflectingElement } from './reflecting-element.js';

/** An element that a form takes for one of its fields, as it takes an input of its own. */
export class FormElement extends ReflectingElement {
  static formAssociated = true;

  constructor() {
    super();
    new FormPart(/** @type {import('./form-part.js').Field} */ (/** @type {HTMLElement} */ (this)));
  }

  /** The form that the element belongs to, and null for none. */
  get form() {
    return formPartOf(this).internals.form;
  }

  get validity() {
    return formPartOf(this).internals.validity;
  }

  get validationMessage() {
    return formPartOf(this).internals.validationMessage;
  }

  get willValidate() {
    return formPartOf(this).internals.willValidate;
  }

  checkValidity() {
    return formPartOf(this).internals.checkValidity();
  }

  reportValidity() {
    return formPartOf(this).internals.reportValidity();
  }

  /** The record of the check that is shown; null while none is, or while it is not that of what the fields say. */
  get record() {
    return formPartOf(this).record;
  }
}

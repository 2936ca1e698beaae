// The form of a human step under the hands of a fast keyer: Enter moves at once, the server is told afterwards.
class TicketForm extends HTMLElement {
  private at = '';

  connectedCallback() {
    this.addEventListener('keydown', this.choosing, true);
    this.addEventListener('keydown', this.pressed);
    this.addEventListener('focusin', this.entered);
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this.choosing, true);
    this.removeEventListener('keydown', this.pressed);
    this.removeEventListener('focusin', this.entered);
  }

  private readonly entered = (event: FocusEvent) => {
    const cell = this.cell(event.target);
    const key = cell?.dataset.key ?? '';
    if (cell && key !== this.at) {
      this.at = key;
      cell.dataset.seen = '';
      this.tell('field-focus', key);
    }
  };

  /** Enter after the first letters of a choice takes the first that matches; the list itself would wait for an arrow. */
  private readonly choosing = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const box = target.closest('vaadin-combo-box') as (HTMLElement & { opened: boolean; filter: string }) | null;
    if (event.key === 'Enter' && box?.opened && box.filter && !target.getAttribute('aria-activedescendant')) {
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', code: 'ArrowDown', bubbles: true, composed: true }));
    }
  };

  private readonly pressed = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const cell = this.cell(target);
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing
      || !cell || target.tagName === 'TEXTAREA' || target.closest('vaadin-button, button, a, [opened]')) {
      return;
    }
    event.preventDefault();
    if (cell.classList.contains('doubtful') && (cell.dataset.needed !== '' || !this.blank(cell))) {
      cell.classList.remove('doubtful');
      cell.classList.add('confirmed');
    }
    if (!cell.classList.contains('doubtful')) {
      this.tell('field-confirm', cell.dataset.key ?? '');
    }
    this.go(cell);
  };

  /** To the next doubtful field; without doubt to the next one that is needed and empty; then to the end. */
  private go(from: HTMLElement) {
    const cells = [...this.querySelectorAll<HTMLElement>('[data-key]')].filter((one) => one.offsetParent !== null);
    const after = cells.slice(cells.indexOf(from) + 1);
    const open = (one: HTMLElement) => one.classList.contains('doubtful') || (one.dataset.needed === '' && this.blank(one));
    const inRow = from.closest('.one');
    const next = (inRow && after.find((one) => one.closest('.one') === inRow && this.usable(one)))
      ?? after.find(open) ?? cells.find((one) => one !== from && open(one));
    if (next) {
      this.enter(next);
    } else {
      this.closest('.work')?.querySelector<HTMLElement>('[data-finish]')?.focus();
    }
  }

  private usable(cell: HTMLElement): boolean {
    return this.control(cell) !== undefined;
  }

  private blank(cell: HTMLElement): boolean {
    const control = this.control(cell) as (HTMLElement & { value?: unknown }) | undefined;
    return control !== undefined && (control.value === '' || control.value === null || control.value === undefined);
  }

  private control(cell: HTMLElement): HTMLElement | undefined {
    if (cell.tagName.startsWith('VAADIN-')) {
      return cell;
    }
    return [...cell.children].find((one) => one.tagName.startsWith('VAADIN-')) as HTMLElement | undefined;
  }

  private enter(cell: HTMLElement) {
    const control = this.control(cell);
    control?.focus();
    const input = control?.querySelector<HTMLInputElement>('input:not([type=radio]):not([type=checkbox])');
    input?.select();
    control?.scrollIntoView({ block: 'nearest' });
  }

  private cell(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  }

  private tell(what: string, key: string) {
    this.dispatchEvent(new CustomEvent(what, { detail: { key } }));
  }
}

customElements.define('ticket-form', TicketForm);

// The keys of this window. The server says which are in force; here a press is recognised and told.
interface Binding {
  act: string;
  keys: string;
  inside: boolean;
  scope: HTMLElement;
}

const PATIENCE = 1200;
const LONGEST_ANSWER = 30000;
// What follows these is text: typed ahead, it goes into the field they open or nowhere, and never becomes keys.
const WRITES = new Set(['FIND', 'REPLY', 'NOTE', 'FILTER', 'CANNED', 'HAND_OVER', 'SNOOZE', 'MERGE', 'MACROS']);
const MODAL = 'vaadin-dialog-overlay[opened]:not([modeless]), vaadin-confirm-dialog-overlay[opened]';
const OPEN_LIST =
  'vaadin-combo-box-overlay[opened], vaadin-menu-bar-overlay[opened], vaadin-context-menu-overlay[opened],' +
  ' vaadin-date-picker-overlay[opened], vaadin-select-overlay[opened], vaadin-multi-select-combo-box-overlay[opened]';
const PRESSABLE = 'a[href], button, summary, vaadin-button, vaadin-tab, vaadin-checkbox, vaadin-radio-button, [role=button]';
const MOVING = /^(Enter|Space|Arrow\w+|Home|End|Page\w+)$/;

/** R, Shift+R, Ctrl+Enter, Alt+1, ?; null for a modifier alone. */
export function stroke(event: KeyboardEvent): string | null {
  const written = event.getModifierState('AltGraph') && event.key.length === 1;
  const ctrl = (event.ctrlKey || event.metaKey) && !written;
  const alt = event.altKey && !written;
  let key = event.key;
  if (/^(Control|Shift|Alt|AltGraph|Meta|CapsLock|Dead|Process|Unidentified)$/.test(key)) {
    return null;
  }
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  if (ctrl || alt) {
    key = letter ?? digit ?? key;
  } else if (key.length === 1 && key > '~' && letter) {
    key = letter;
  }
  key = key === ' ' ? 'Space' : key === '+' ? 'Plus' : key.length === 1 ? key.toUpperCase() : key;
  const shift = event.shiftKey && (key.length > 1 || /[A-Z]/.test(key) || ((ctrl || alt) && digit !== undefined));
  return (ctrl ? 'Ctrl+' : '') + (alt ? 'Alt+' : '') + (shift ? 'Shift+' : '') + key;
}

function writable(target: EventTarget | null | undefined): target is HTMLElement {
  if (target instanceof HTMLInputElement) {
    return !/^(checkbox|radio|button|submit|reset|file|range|color)$/.test(target.type) && !target.readOnly;
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
    || (target instanceof HTMLElement && target.isContentEditable);
}

function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) {
    element = element.shadowRoot.activeElement;
  }
  return element;
}

/** Who leaves on purpose needs no word that the session has ended: it may end before the answer to the click has come. */
function leaves() {
  setInterval(() => {
    if (document.querySelector('.v-system-error')) {
      window.location.assign(new URL('login', document.baseURI));
    }
  }, 100);
}

document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-leaves]')) {
    leaves();
  }
}, true);

class TicketKeyboard extends HTMLElement {
  private readonly bindings = new Map<string, Binding>();
  private first: { keys: string; at: number } | undefined;
  private busySince = 0;
  private writing = false;
  private ahead: { key: string; pressed: string }[] = [];
  private remembered: HTMLElement | null = null;
  private capturing: ((keys: string) => void) | undefined;
  private captured = '';
  private readonly listener = (event: KeyboardEvent) => this.down(event);

  connectedCallback() {
    document.addEventListener('keydown', this.listener, true);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.listener, true);
  }

  bind(id: string, act: string, keys: string, inside: boolean, scope: HTMLElement) {
    this.bindings.set(id, { act, keys, inside, scope });
  }

  release(id: string) {
    this.bindings.delete(id);
  }

  remember() {
    this.remembered = focused() as HTMLElement | null;
  }

  restore() {
    const to = this.remembered;
    setTimeout(() => to?.isConnected && to.focus(), 50);
  }

  /** The next keys pressed, instead of doing what they do; empty after Esc. */
  capture(): Promise<string> {
    this.capturing?.('');
    this.captured = '';
    return new Promise((resolve) => {
      this.capturing = resolve;
    });
  }

  /** After a new screen has come: the cursor is at its heading, unless the screen has put it somewhere itself. */
  arrive() {
    setTimeout(() => {
      const at = document.activeElement;
      if (at && at !== document.body && !at.closest('vaadin-side-nav, [slot=navbar], [slot=drawer]')) {
        return;
      }
      if (writable(focused()) || document.querySelector(MODAL)) {
        return;
      }
      this.content();
    }, 60);
  }

  content() {
    const layout = document.querySelector('vaadin-app-layout');
    const heading = (layout ?? document).querySelector<HTMLElement>('h1:not([slot] h1)')
      ?? layout?.querySelector<HTMLElement>(':scope > :not([slot])');
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  }

  private down(event: KeyboardEvent) {
    if (event.isComposing || event.defaultPrevented) {
      return;
    }
    const pressed = stroke(event);
    if (!pressed) {
      return;
    }
    if (this.capturing) {
      this.record(event, pressed);
      return;
    }
    const target = event.composedPath()[0];
    const modified = /^(Ctrl|Alt)\+|^F\d/.test(pressed);
    const typing = writable(target);
    const opens = pressed === 'Enter'
      && (this.writing || (this.isBound(pressed) && !(target instanceof Element && target.closest(PRESSABLE))));
    if (this.waits() && (!typing || modified) && (modified ? this.isBound(pressed) : event.key.length === 1 || opens)) {
      this.ahead.push({ key: event.key, pressed });
      this.swallow(event);
      return;
    }
    if (typing && !modified && this.writing) {
      this.catchUp();
    }
    if (typing && !modified) {
      if (pressed === 'Escape' && !document.querySelector(OPEN_LIST) && !document.querySelector(MODAL)) {
        setTimeout(() => target.blur());
      }
      return;
    }
    if (MOVING.test(pressed) && target instanceof Element && target.closest(PRESSABLE)) {
      return;
    }
    if (document.querySelector(OPEN_LIST)) {
      return;
    }
    if (this.go(pressed) && !(event.repeat && modified)) {
      this.swallow(event);
    }
  }

  private waits(): boolean {
    return this.busySince > 0 && Date.now() - this.busySince < LONGEST_ANSWER;
  }

  private isBound(pressed: string): boolean {
    return [...this.bindings.values()].some((one) => one.keys === pressed);
  }

  /** Whether the press means something here. */
  private go(pressed: string): boolean {
    const waiting = this.first && Date.now() - this.first.at < PATIENCE ? this.first.keys + ' ' : '';
    this.first = undefined;
    const hit = this.best(waiting + pressed) ?? (waiting ? this.best(pressed) : undefined);
    if (hit) {
      this.press(hit);
      return true;
    }
    if ([...this.bindings.values()].some((one) => one.keys.startsWith(pressed + ' ') && this.inForce(one))) {
      this.first = { keys: pressed, at: Date.now() };
      return true;
    }
    return false;
  }

  private best(keys: string): string | undefined {
    let found: string | undefined;
    let near = false;
    for (const [id, one] of this.bindings) {
      if (one.keys === keys && this.inForce(one)) {
        const holds = one.scope.contains(document.activeElement);
        if (holds || !near) {
          found = id;
          near = holds;
        }
      }
    }
    return found;
  }

  private inForce(one: Binding): boolean {
    if (!one.scope?.isConnected || (one.inside && !one.scope.contains(document.activeElement))) {
      return false;
    }
    const modal = [...document.querySelectorAll(MODAL)].pop();
    if (modal && !modal.contains(one.scope) && one.scope.tagName !== 'VAADIN-DIALOG') {
      return false;
    }
    return one.scope.tagName === 'VAADIN-DIALOG' || one.scope.getClientRects().length > 0;
  }

  /** What is typed before the answer has come waits for it: into the field that then has the cursor, else as keys. */
  private press(id: string) {
    this.busySince = Date.now();
    this.writing = WRITES.has(this.bindings.get(id)?.act ?? '');
    if (this.bindings.get(id)?.act === 'LOG_OUT') {
      leaves();
    }
    const after = () => {
      this.busySince = 0;
      this.catchUp();
    };
    this.dispatchEvent(new CustomEvent('pressed', { detail: { id } }));
    const wait = () => (this.answered() ? after() : setTimeout(wait, 15));
    setTimeout(wait, 40);
  }

  /** In the order they were pressed; the field may have the cursor before the answer has wholly come. */
  private catchUp() {
    while (this.ahead.length > 0 && (!this.waits() || writable(focused()))) {
      const { key, pressed } = this.ahead.shift()!;
      if (key.length === 1 && writable(focused()) && !/^(Ctrl|Alt)\+/.test(pressed)) {
        document.execCommand('insertText', false, key);
      } else if (pressed === 'Enter' && this.writing && writable(focused())) {
        this.enters(focused() as HTMLElement);
      } else if (!this.writing || /^(Ctrl|Alt)\+/.test(pressed)) {
        this.go(pressed);
      }
    }
  }

  /** As if Enter were pressed in the field now: a new line in a text, else what the field does with Enter. */
  private enters(field: HTMLElement) {
    if (field instanceof HTMLTextAreaElement) {
      document.execCommand('insertText', false, '\n');
      return;
    }
    field.dispatchEvent(new Event('change', { bubbles: true }));
    ['keydown', 'keypress', 'keyup'].forEach((kind) =>
      field.dispatchEvent(new KeyboardEvent(kind, { key: 'Enter', code: 'Enter', bubbles: true, composed: true })));
  }

  private answered(): boolean {
    const clients = Object.values((window as any).Vaadin?.Flow?.clients ?? {}) as { isActive?: () => boolean }[];
    return Date.now() - this.busySince > LONGEST_ANSWER || clients.every((one) => !one.isActive?.());
  }

  private record(event: KeyboardEvent, pressed: string) {
    this.swallow(event);
    const done = this.capturing!;
    if (pressed === 'Escape') {
      this.capturing = undefined;
      done('');
      return;
    }
    if (!this.captured && /^[!-~]$/.test(pressed)) {
      this.captured = pressed;
      setTimeout(() => {
        if (this.capturing === done) {
          this.capturing = undefined;
          done(this.captured);
        }
      }, PATIENCE);
      return;
    }
    this.capturing = undefined;
    done(this.captured ? this.captured + ' ' + pressed : pressed);
  }

  private swallow(event: KeyboardEvent) {
    event.preventDefault();
    event.stopPropagation();
  }
}

customElements.define('ticket-keyboard', TicketKeyboard);

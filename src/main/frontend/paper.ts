// The page beside a form: turned, and read again where somebody clicks or draws a box. The cursor stays in its field.
const STILL = 4;

class TicketPaper extends HTMLElement {
  private quarters = 0;
  private start: { x: number; y: number } | undefined;
  private frame: HTMLElement | undefined;

  connectedCallback() {
    this.addEventListener('mousedown', this.stay);
    this.addEventListener('pointerdown', this.begin);
    this.addEventListener('pointermove', this.draw);
    this.addEventListener('pointerup', this.end);
  }

  disconnectedCallback() {
    this.removeEventListener('mousedown', this.stay);
    this.removeEventListener('pointerdown', this.begin);
    this.removeEventListener('pointermove', this.draw);
    this.removeEventListener('pointerup', this.end);
  }

  turn(quarters: number) {
    this.quarters = quarters;
    const page = this.page();
    if (page) {
      const odd = quarters % 2 === 1;
      page.style.rotate = `${quarters * 90}deg`;
      const surplus = odd ? (page.offsetHeight - page.offsetWidth) / 2 : 0;
      page.style.marginBlock = odd ? `${-surplus}px` : '';
      page.style.marginInline = odd ? `${Math.max(0, surplus)}px` : '';
    }
  }

  /** How high a box is shown, in pixels, after it was brought into sight. */
  reveal(box: HTMLElement | null): number {
    box?.scrollIntoView({ block: 'center', inline: 'nearest' });
    return box?.getBoundingClientRect().height ?? 0;
  }

  private page(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.paper-page');
  }

  private readonly stay = (event: MouseEvent) => {
    if ((event.target as Element).closest('.paper-page')) {
      event.preventDefault();
    }
  };

  private readonly begin = (event: PointerEvent) => {
    if (event.button === 0 && (event.target as Element).closest('.paper-page')) {
      this.start = { x: event.clientX, y: event.clientY };
      this.page()!.setPointerCapture(event.pointerId);
    }
  };

  private readonly draw = (event: PointerEvent) => {
    if (this.start && !this.isStill(event)) {
      if (!this.frame) {
        this.frame = document.createElement('div');
        this.frame.className = 'paper-frame';
        document.body.append(this.frame);
      }
      const style = this.frame.style;
      style.left = `${Math.min(this.start.x, event.clientX)}px`;
      style.top = `${Math.min(this.start.y, event.clientY)}px`;
      style.width = `${Math.abs(event.clientX - this.start.x)}px`;
      style.height = `${Math.abs(event.clientY - this.start.y)}px`;
    }
  };

  private readonly end = (event: PointerEvent) => {
    const start = this.start;
    if (!start) {
      return;
    }
    const still = this.isStill(event);
    this.start = undefined;
    this.frame?.remove();
    this.frame = undefined;
    const a = this.fraction(start.x, start.y);
    const b = this.fraction(event.clientX, event.clientY);
    const detail = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: still ? 0 : Math.abs(a.x - b.x),
      height: still ? 0 : Math.abs(a.y - b.y),
    };
    this.dispatchEvent(new CustomEvent('place-picked', { detail }));
  };

  private isStill(event: PointerEvent): boolean {
    return !this.start || Math.hypot(event.clientX - this.start.x, event.clientY - this.start.y) < STILL;
  }

  /** A point of the window as fractions of the page before it was turned. */
  private fraction(x: number, y: number): { x: number; y: number } {
    const shown = this.page()!.getBoundingClientRect();
    const u = Math.max(0, Math.min(1, (x - shown.left) / shown.width));
    const v = Math.max(0, Math.min(1, (y - shown.top) / shown.height));
    switch (this.quarters) {
      case 1:
        return { x: v, y: 1 - u };
      case 2:
        return { x: 1 - u, y: 1 - v };
      case 3:
        return { x: 1 - v, y: u };
      default:
        return { x: u, y: v };
    }
  }
}

customElements.define('ticket-paper', TicketPaper);

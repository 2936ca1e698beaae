// What was typed and has not reached the server: it stays in this tab until the server has it, and is put back into
// its field when the page is there again, after a lost connection, an ended session or a restart of the server.
type Field = HTMLElement & { value: string; readonly?: boolean };

const MARK = 'kept/';

/** As String.hashCode of the server, so that it need not send back what it was sent. */
function hash(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    sum = (sum * 31 + text.charCodeAt(i)) | 0;
  }
  return sum;
}

function home(field: Element): HTMLElement | null {
  return field.closest<HTMLElement>('[data-kept-in]');
}

function under(prefix: string): string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
}

document.addEventListener('input', (event) => {
  const field = (event.target as Element | null)?.closest?.('[data-place]') as Field | null;
  const place = field && home(field);
  if (field && place && event.isTrusted) {
    const input = event.target as HTMLInputElement;
    sessionStorage.setItem(MARK + place.dataset.keptIn + '/' + field.dataset.place, input.value ?? field.value);
  }
}, true);

const kept = {
  /** The server has these: place to hash of its text; a place it does not name is empty there. */
  told(at: HTMLElement, texts: Record<string, number>) {
    const prefix = MARK + at.dataset.keptIn + '/';
    under(prefix)
      .filter((key) => hash(sessionStorage.getItem(key) ?? '') === (texts[key.slice(prefix.length)] ?? 0))
      .forEach((key) => sessionStorage.removeItem(key));
  },

  /** Puts back what the server did not get; what another person has typed in this tab is forgotten. */
  restore(at: HTMLElement) {
    const mine = at.dataset.keptIn ?? '';
    const person = MARK + mine.split('/')[0] + '/';
    under(MARK).filter((key) => !key.startsWith(person)).forEach((key) => sessionStorage.removeItem(key));
    const prefix = MARK + mine + '/';
    under(prefix).forEach((key) => {
      const field = at.querySelector<Field>(`[data-place="${CSS.escape(key.slice(prefix.length))}"]`);
      const text = sessionStorage.getItem(key) ?? '';
      if (field && !field.readonly) {
        if (field.value === text) {
          sessionStorage.removeItem(key);
        } else {
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        }
      }
    });
  },
};

(window as any).ticketingosKept = kept;

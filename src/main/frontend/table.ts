// Shows a DMN decision table. Property in: xml.
class TicketTable extends HTMLElement {
  private viewer?: { importXML(xml: string): Promise<unknown>; destroy(): void };
  private text = '';

  set xml(value: string) {
    this.text = value;
    void this.show();
  }

  connectedCallback() {
    void this.show();
  }

  disconnectedCallback() {
    this.viewer?.destroy();
    this.viewer = undefined;
  }

  private async show() {
    if (!this.isConnected || !this.text) {
      return;
    }
    try {
      const [viewer] = await Promise.all([
        import('dmn-js/lib/NavigatedViewer'),
        import('dmn-js/dist/assets/diagram-js.css'),
        import('dmn-js/dist/assets/dmn-js-shared.css'),
        import('dmn-js/dist/assets/dmn-js-drd.css'),
        import('dmn-js/dist/assets/dmn-js-decision-table.css'),
        import('dmn-js/dist/assets/dmn-font/css/dmn-embedded.css'),
      ]);
      this.viewer ??= new viewer.default({ container: this });
      await this.viewer!.importXML(this.text);
      this.querySelector('.tjs-table-container')?.setAttribute('tabindex', '0');
    } catch (reason) {
      this.textContent = 'This table cannot be shown.';
      console.warn(reason);
    }
  }
}

customElements.define('ticket-table', TicketTable);

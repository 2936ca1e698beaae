// Shows a BPMN diagram. Properties in: xml, active, stuck, been (activity ids), counts. Event out: "open" with a called process.
type Viewer = {
  importXML(xml: string): Promise<unknown>;
  get(name: string): any;
  destroy(): void;
};

class TicketDiagram extends HTMLElement {
  private viewer?: Viewer;
  private drawn = Promise.resolve();
  private state = { xml: '', active: [] as string[], stuck: [] as string[], been: [] as string[], counts: {} as Record<string, number> };

  set xml(value: string) {
    this.state.xml = value;
    this.draw();
  }

  set active(value: string[]) {
    this.state.active = value ?? [];
    this.draw();
  }

  set stuck(value: string[]) {
    this.state.stuck = value ?? [];
    this.draw();
  }

  set been(value: string[]) {
    this.state.been = value ?? [];
    this.draw();
  }

  set counts(value: Record<string, number>) {
    this.state.counts = value ?? {};
    this.draw();
  }

  connectedCallback() {
    this.draw();
  }

  disconnectedCallback() {
    this.viewer?.destroy();
    this.viewer = undefined;
  }

  private draw() {
    this.drawn = this.drawn.then(() => this.show()).catch((reason) => {
      this.textContent = 'This diagram cannot be shown.';
      console.warn(reason);
    });
  }

  private async show() {
    if (!this.isConnected || !this.state.xml) {
      return;
    }
    if (!this.viewer) {
      const [viewer] = await Promise.all([
        import('bpmn-js/lib/NavigatedViewer'),
        import('bpmn-js/dist/assets/diagram-js.css'),
      ]);
      this.textContent = '';
      this.viewer = new viewer.default({ container: this }) as unknown as Viewer;
      this.viewer.get('eventBus').on('element.dblclick', (event: any) => {
        const called = event.element.businessObject?.calledElement;
        if (called) {
          this.dispatchEvent(new CustomEvent('open-called', { detail: { process: called } }));
        }
      });
    }
    await this.viewer.importXML(this.state.xml);
    const canvas = this.viewer.get('canvas');
    const overlays = this.viewer.get('overlays');
    const registry = this.viewer.get('elementRegistry');
    canvas.zoom('fit-viewport', 'auto');
    this.state.been.filter((id) => registry.get(id) && !registry.get(id).children?.length).forEach((id) => canvas.addMarker(id, 'been'));
    this.state.active.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, 'here'));
    this.state.stuck.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, 'stuck'));
    Object.entries(this.state.counts).filter(([id]) => registry.get(id)).forEach(([id, count]) => {
      const mark = document.createElement('div');
      mark.className = 'count';
      mark.textContent = String(count);
      overlays.add(id, { position: { top: -8, right: 12 }, html: mark });
    });
  }
}

customElements.define('ticket-diagram', TicketDiagram);

/* Draws where a record or case stands. Without it the page says the same in words. */
const draw = async figure => {
  const canvasNode = figure.querySelector('.canvas');
  const answer = await fetch(figure.dataset.model);
  if (!answer.ok) {
    throw new Error(answer.status === 401 ? 'Please sign in again.' : 'The diagram could not be loaded.');
  }
  canvasNode.hidden = false;
  const viewer = new BpmnJS({ container: canvasNode, zoomScroll: { enabled: false } });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  const { inner } = canvas.viewbox();
  const marked = figure.dataset.marked.split(' ').filter(id => viewer.get('elementRegistry').get(id));
  marked.forEach(id => canvas.addMarker(id, figure.dataset.ended === 'true' ? 'ended-here' : 'stands-here'));

  const badge = (id, count, kind, right) => {
    const shape = viewer.get('elementRegistry').get(id);
    const width = 14 + 8 * String(count).length;
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    group.setAttribute('class', `badge ${kind}`);
    group.setAttribute('transform', `translate(${right ? shape.width - width + 6 : -6} -10)`);
    const back = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    Object.entries({ width, height: 20, rx: 10 }).forEach(([name, value]) => back.setAttribute(name, value));
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.setAttribute('x', width / 2);
    text.setAttribute('y', 15);
    text.textContent = count;
    group.append(back, text);
    canvas.getGraphics(id).append(group);
  };
  for (const step of figure.classList.contains('heated') ? document.querySelectorAll('[data-step]') : []) {
    const { step: id, heat, tokens, stuck } = step.dataset;
    if (viewer.get('elementRegistry').get(id)?.width) {
      canvas.addMarker(id, `heat${heat}`);
      if (tokens > 0) {
        badge(id, tokens, 'tokens', false);
      }
      if (stuck > 0) {
        badge(id, stuck, 'stuck', true);
      }
    }
  }

  const whole = () => {
    const scale = Math.min(1, canvasNode.clientWidth / (inner.width + 40));
    canvasNode.style.height = `${Math.max(300, Math.round((inner.height + 40) * scale) + 30)}px`;
    canvas.resized();
    canvas.zoom('fit-viewport');
  };
  const between = (least, wanted, most) => Math.max(least, Math.min(wanted, Math.max(least, most)));
  const near = () => {
    const shapes = marked.map(id => viewer.get('elementRegistry').get(id)).filter(shape => shape.width);
    const { outer } = canvas.viewbox();
    const middle = (from, to) => (Math.min(...shapes.map(from)) + Math.max(...shapes.map(to))) / 2;
    if (shapes.length) {
      canvas.viewbox({
        x: between(inner.x - 30, middle(s => s.x, s => s.x + s.width) - outer.width / 2, inner.x + inner.width + 30 - outer.width),
        y: between(inner.y - 30, middle(s => s.y, s => s.y + s.height) - outer.height / 2, inner.y + inner.height + 30 - outer.height),
        width: outer.width,
        height: outer.height
      });
    }
  };
  whole();
  if (canvas.zoom() < 0.6) {
    near();
  }

  const tools = figure.querySelector('.tools');
  tools.hidden = false;
  const actions = { whole, near, larger: () => canvas.zoom(canvas.zoom() * 1.25), smaller: () => canvas.zoom(canvas.zoom() / 1.25) };
  tools.addEventListener('click', event => actions[event.target.dataset.action]?.());
};

for (const figure of document.querySelectorAll('.diagram')) {
  draw(figure).catch(failure => {
    figure.querySelector('.canvas').hidden = true;
    figure.querySelector('.failure').textContent = failure.message;
  });
}

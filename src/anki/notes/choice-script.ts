/**
 * The script of a choice. It shuffles the options when the question is shown, lets some be picked, and on the answer
 * side, which may be another page, finds order and picks again and marks them. Without it there is a plain list and the
 * answer in words.
 *
 * Two things must not occur in it: double braces, which Anki takes for fields, and what looks like mathematics.
 */
export const CHOICE_SCRIPT = `<script>
(function () {
  var lists = document.querySelectorAll(".options");
  var isBack = document.getElementById("sluice-back") !== null;
  var name = "sluice-choice";

  function load() {
    try { return JSON.parse(sessionStorage.getItem(name)); }
    catch (error) { return window[name] || null; }
  }
  function save(state) {
    try { sessionStorage.setItem(name, JSON.stringify(state)); }
    catch (error) { window[name] = state; }
  }
  function shuffled(count) {
    var order = [];
    for (var i = 0; i < count; i += 1) order.splice(crypto.getRandomValues(new Uint32Array(1))[0] % (i + 1), 0, i);
    return order;
  }
  function rightOnes(list) {
    return (list.getAttribute("data-right") || "").split(",").map(Number);
  }

  var counts = [].map.call(lists, function (list) { return list.children.length; });
  var state = isBack ? load() : null;
  if (!state || state.counts.join() !== counts.join()) {
    state = { counts: counts, order: shuffled(counts[0] || 0), picked: counts.map(function () { return []; }) };
    save(state);
  }

  [].forEach.call(lists, function (list, at) {
    var items = [].slice.call(list.children);
    var right = rightOnes(list);
    var picked = state.picked[at];
    function draw() {
      items.forEach(function (item, index) {
        item.classList.toggle("picked", picked.indexOf(index) !== -1);
      });
    }
    function pick(index) {
      var found = picked.indexOf(index);
      if (right.length === 1) picked.splice(0, picked.length);
      if (found === -1) picked.push(index);
      else if (right.length !== 1) picked.splice(found, 1);
      save(state);
      draw();
    }
    if (items.length === state.order.length) {
      state.order.forEach(function (index) { list.appendChild(items[index]); });
    }
    items.forEach(function (item, index) {
      if (!isBack) item.onclick = function () { pick(index); };
      else item.classList.add(right.indexOf(index + 1) === -1 ? "wrong" : "right");
    });
    draw();
  });

  function hidePlainAnswer() {
    var plain = document.querySelector(".plain-answer");
    if (plain) plain.classList.add("told");
  }
  // Where the answer side is a page of its own, the rest of it isn't there yet.
  document.addEventListener("DOMContentLoaded", hidePlainAnswer);
  hidePlainAnswer();
})();
</script>`;

// Draws every chart whose specification stands in the script after it. The state of the page is said on its root: "drawn" once all
// charts are there, "failed" where one is not; tables are there either way.
(function () {
  "use strict";
  var root = document.documentElement;
  var options = {
    mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, tooltip: false, hover: false,
    loader: { load: function () { return Promise.reject(new Error("nothing is loaded")); } }
  };
  var charts = Array.prototype.slice.call(document.querySelectorAll("div.chart"));
  Promise.all(charts.map(function (chart) {
    var spec = fitted(JSON.parse(chart.nextElementSibling.textContent), chart.clientWidth);
    var words = chart.getAttribute("aria-label");
    return drawn(chart, spec).then(function () { tell(chart, words); });
  })).then(function () {
    reach();
    window.addEventListener("resize", reach);
    root.dataset.charts = "drawn";
  }, function (failure) {
    root.dataset.charts = "failed";
    console.error("a chart could not be drawn: " + failure.message);
  });

  // Where there is little room, names of rows and of colours leave most of it to what is drawn.
  function fitted(spec, room) {
    if (room < 480) {
      spec.config.axis.labelLimit = 0.45 * room;
      spec.config.legend.columns = 1;
    }
    return spec;
  }

  // How much room the names take is known when they are drawn; a chart too wide is drawn again, so that letters stay as large.
  function drawn(chart, spec) {
    return vegaEmbed(chart, spec, options).then(function () {
      var over = chart.querySelector("svg").getAttribute("width") - chart.clientWidth;
      if (over <= 0) {
        return null;
      }
      spec.width = Math.max(120, spec.width - over);
      return vegaEmbed(chart, spec, options);
    });
  }

  // To a screen reader a chart stays one picture in the page's own words; Vega would have every mark of it read out.
  function tell(chart, words) {
    chart.setAttribute("role", "img");
    chart.setAttribute("aria-label", words);
    chart.removeAttribute("aria-roledescription");
  }

  // A chart that is wider than its frame can be scrolled by keyboard.
  function reach() {
    charts.forEach(function (chart) {
      if (chart.scrollWidth > chart.clientWidth) {
        chart.tabIndex = 0;
      } else {
        chart.removeAttribute("tabindex");
      }
    });
  }

  // On paper nothing is folded but the libraries' licences.
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = Array.prototype.slice.call(document.querySelectorAll("details:not([open]):not(.licences)"));
    folded.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (details) { details.open = false; });
  });
})();

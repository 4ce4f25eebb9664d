/// Figures to be drawn as bars, one below the other.
package struct Chart: Sendable, Hashable {
  /// What the parts of all bars stand for.
  package struct Series: Sendable, Hashable {
    /// What people call it.
    package var name: String
    /// Its colour, for the eye.
    package var tone: Run.Tone

    /// A part of every bar.
    package init(_ name: String, tone: Run.Tone) {
      self.name = name
      self.tone = tone
    }
  }

  /// A part of a bar.
  package struct Part: Sendable, Hashable {
    /// How long it is, on the scale of the whole chart; only for drawing. Of a range the least. Nil: not known.
    package var length: Double?
    /// How long a range is at most; infinite where nobody has said. Nil: no range.
    package var greatest: Double?
    /// The exact figure, as it is read.
    package var text: String

    /// A part of a bar; what is not known is told in words.
    package init(_ length: Double?, upTo greatest: Double? = nil, _ text: String) {
      self.length = length
      self.greatest = greatest
      self.text = text
    }
  }

  /// A bar.
  package struct Bar: Sendable, Hashable {
    /// What it stands for.
    package var label: String
    /// A part for each series.
    package var parts: [Part]

    /// A bar.
    package init(_ label: String, _ parts: [Part]) {
      self.label = label
      self.parts = parts
    }
  }

  /// What is drawn.
  package var title: String
  /// What the bars' labels name, such as guidelines or services.
  package var labels: String
  /// What the parts of all bars stand for; one for plain bars.
  package var series: [Series]
  /// From top to bottom.
  package var bars: [Bar]
  /// A line to compare the bars with, such as 100 % of the loss; nil: none.
  package var mark: Part?

  /// A chart.
  package init(title: String, labels: String, series: [Series], bars: [Bar], mark: Part? = nil) {
    self.title = title
    self.labels = labels
    self.series = series
    self.bars = bars
    self.mark = mark
  }
}

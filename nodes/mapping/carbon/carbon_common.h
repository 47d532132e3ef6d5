#pragma once

#include <string>
#include <string_view>

#include "nodes/mapping/carbon/carbon_serial.h"
#include "nodes/mapping/record_builder.h"

/// What carbon registries share (domain §2.3): where a row's values stand, and the records that it gives.
namespace aurigraph::mapping {

struct ProjectCells {
  Cell id;
  Cell name;
  Cell proponent;
  Cell status;
  Cell category;
  Cell methodology;
  Cell country;  ///< ISO code or the registry's name of it.
  Cell estimatedAnnual;
  Cell registeredOn;
  Cell creditingFrom;
  Cell creditingTo;
};
void addProject(const MapJob& job, const ProjectCells& cells, std::size_t index, const Status& row,
                MappedAnswer& answer);

struct BlockCells {
  Cell serial;
  Cell project;
  Cell name;
  Cell methodology;
  Cell category;
  Cell country;
  Cell vintage;  ///< A year; usually only the period is given.
  Cell vintageStart;
  Cell vintageEnd;
  Cell issuedOn;
  Cell quantity;
  Cell vintageTotal;
  Cell labels;  ///< One text, or a list of them.
  Cell state;   ///< Where the state was read from.
  Cell retiredOn;
  Cell beneficiary;
  Cell reason;
  Cell details;
};
/// An issued range gives a block; a retired one a block (not mintable) and a retirement.
/// `state` is "issued", "retired" or "cancelled".
void addBlock(const MapJob& job, const BlockCells& cells, const Result<CarbonSerial>& serial,
              std::string_view state, std::size_t index, const Status& row, MappedAnswer& answer);

/// ISO 3166-1 alpha-2 of a country as registries name it, or of the code itself; empty: not known to us.
std::string_view countryCode(std::string_view name);

}  // namespace aurigraph::mapping
